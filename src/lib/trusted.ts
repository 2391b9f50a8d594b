/** A worker's file lies in the app's own folder and is called one; not named here, since this comes with the first view. */
const IS_WORKER = import.meta.env.DEV ? /worker/i : /^(assets\/)?[\w-]*[wW]orker\.js$/;

/** What the platform offers where it knows Trusted Types; the types of the DOM do not have it yet. */
interface Rules {
  createScript: (text: string) => string;
  createScriptURL: (address: string) => string;
}

const FOLDER = import.meta.env.BASE_URL;

/** The two things that the app has to make of text, and nothing else, whoever asks. */
const rules: Rules = {
  createScriptURL: (address) => {
    if (address.startsWith(FOLDER) && IS_WORKER.test(address.slice(FOLDER.length))) return address;
    throw new TypeError(`${address} is no worker of this app`);
  },
  createScript: (text) => {
    JSON.parse(text);
    return text;
  },
};
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy: (name: string, rules: Rules) => Rules };
};
// Where the browser knows Trusted Types these give more than strings, which the page's policy asks for.
const policy = trustedTypes?.createPolicy('communique', rules) ?? rules;

/** The address of one of the app's own workers, which lies below the app's folder, to be started. */
export const workerScript = (file: string): string => policy.createScriptURL(`${FOLDER}${file}`);

/** JSON as the text of a script element that holds data; by itself it does nothing, even where it is run. */
export const dataScript = (json: string): string => policy.createScript(json);
