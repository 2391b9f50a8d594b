const WORKERS = ['offline-worker.js', 'mockServiceWorker.js'] as const;
type WorkerFile = (typeof WORKERS)[number];

/** What the platform offers where it knows Trusted Types; the types of the DOM do not have it yet. */
interface Rules {
  createScript: (text: string) => string;
  createScriptURL: (address: string) => string;
}
interface TrustedTypes {
  createPolicy: (name: string, rules: Rules) => Rules;
}

const addressOf = (file: WorkerFile) => `${import.meta.env.BASE_URL}${file}`;

/** The two things that the app has to make of text, and nothing else, whoever asks. */
const rules: Rules = {
  createScriptURL: (address) => {
    if (WORKERS.some((file) => address === addressOf(file))) return address;
    throw new TypeError(`${address} is no worker of this app`);
  },
  createScript: (text) => {
    JSON.parse(text);
    return text;
  },
};
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
// Where the browser knows Trusted Types these give more than strings, which the page's policy asks for.
const policy = trustedTypes?.createPolicy('communique', rules) ?? rules;

/** The address of one of the app's own workers, to be registered. */
export const workerScript = (file: WorkerFile): string => policy.createScriptURL(addressOf(file));

/** JSON as the text of a script element that holds data; by itself it does nothing, even where it is run. */
export const dataScript = (json: string): string => policy.createScript(json);
