/** Names that belong to nobody, for ever: RFC 2606 and RFC 6761. People of a demonstration have addresses in them. */
const nobodys = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i;

/** Whether a mail address cannot be anybody’s. Nothing is ever sent to it. */
export function isInventedAddress(address: string): boolean {
  return nobodys.test(address.slice(address.lastIndexOf('@') + 1));
}
