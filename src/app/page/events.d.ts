// What the checker cannot know of the scripts beside this file: where the events of a page come from.

/** An event of something of this kind. */
type Of<T, E = Event> = E & { readonly target: T };

/** One of whatever is on the page, or of the document itself, which has no `closest`. */
type Anywhere<E = Event> = Of<Node & { closest?: (selectors: string) => HTMLElement | null }, E>;

/** A form that is sent. */
type Sending = Of<HTMLFormElement, SubmitEvent> & { readonly submitter: HTMLButtonElement | null };
