/** As much of a service worker's own global scope as is used here: the types of the DOM, which the app has, lack it. */
export interface ExtendableEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
export interface FetchEvent extends ExtendableEvent {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
export interface PageMessage extends ExtendableEvent {
  data: unknown;
  ports: readonly MessagePort[];
}
interface Events {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
  message: PageMessage;
}

export interface WorkerScope {
  addEventListener: <Type extends keyof Events>(
    type: Type,
    listener: (event: Events[Type]) => void,
  ) => void;
  clients: {
    claim: () => Promise<void>;
    matchAll: (options: {
      type: 'window';
      includeUncontrolled: boolean;
    }) => Promise<readonly unknown[]>;
  };
  registration: { waiting: unknown; installing: unknown };
  skipWaiting: () => Promise<void>;
}
