/** How a person and a CI job end a run; a second time ends the process at once. */
export const INTERRUPTS = ['SIGINT', 'SIGTERM'] as const;
