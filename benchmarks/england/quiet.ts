import type { Terminal } from '#/platform/terminal/terminal.ts';

/** A terminal nobody looks at. */
export const quiet: Terminal = {
  json: false,
  interactive: false,
  line: () => undefined,
  table: () => undefined,
  document: () => undefined,
  progress: () => ({ advance: () => undefined, done: () => undefined }),
};
