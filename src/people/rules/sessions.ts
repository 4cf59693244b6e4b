/** A session is over after so long, whatever was done in it. */
export const sessionSeconds = 12 * 60 * 60;

/** A session is over when nothing was done in it for so long. */
export const idleSeconds = 60 * 60;

/** That it is in use is noted so often and no more. */
export const notedEverySeconds = 5 * 60;

/** The token of a session that begins, and how long the browser keeps it. */
export interface SessionBegun {
  readonly token: string;
  readonly seconds: number;
}
