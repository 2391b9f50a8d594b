/** A server cannot listen where it was told to; whoever started it can mend that, and needs no trace for it. */
export class ListenError extends Error {}

/** What the two settings are called and what they say: `--port 4010`, `HOST 127.0.0.1`. */
type Settings = { port: string; host: string };

/** The system's refusal to listen in a sentence that names the setting; any other error as it is. */
export function toListenError(error: unknown, { port, host }: Settings): unknown {
  const noAddress = `${host} is no address of this machine.`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `${port} is in use: end what listens there, or name another port.`,
    EACCES: `${port} is not open to this account: name a port above 1023.`,
    EADDRNOTAVAIL: noAddress,
    ENOTFOUND: noAddress,
    EAI_AGAIN: noAddress,
    EINVAL: noAddress,
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined ? error : new ListenError(reason, { cause: error });
}
