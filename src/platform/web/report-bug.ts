/** Where nobody was told who wants to hear of bugs: whoever started the program reads them. */
export function reportToStandardError(error: unknown, reference: string): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Bug ${reference}: ${detail}\n`);
}
