/** The address of the control API in what a simulator says. */
export const controlIn = (text: string): string | undefined => /control API at (\S+)/.exec(text)?.[1];

export async function post(url: string, body: object): Promise<object> {
  return (await request('POST', url, body)).json() as Promise<object>;
}

/** Has a station try again soon when it cannot connect. */
export async function hasten(control: string): Promise<void> {
  const { ok, status } = await request('PUT', `${control}/variables`, {
    'OCPPCommCtrlr.RetryBackOffWaitMinimum': '1',
    'OCPPCommCtrlr.RetryBackOffRandomRange': '0',
  });
  if (!ok) throw new Error(`the station answered ${status}`);
}

const request = (method: string, url: string, body: object): Promise<Response> =>
  fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
