/** Signs in as an invented person, as one click on the page that lists them does; gives what their browser sends from then on. */
export async function signIn(address: string, account: string): Promise<string> {
  const answer = await fetch(`${address}/demonstration/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ account }),
  });
  const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (answer.status !== 303 || cookie === '')
    throw new Error(`${account} could not sign in: ${String(answer.status)}`);
  return cookie;
}
