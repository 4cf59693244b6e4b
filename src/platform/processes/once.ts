/** Something that is made when first asked for and then kept. */
export interface Once<Value> {
  (): Promise<Value>;
  /** Does something with it, if it was ever asked for and could be made: closing, usually. */
  readonly ifMade: (use: (value: Value) => unknown) => Promise<void>;
}

export function once<Value>(make: () => Promise<Value>): Once<Value> {
  let value: Promise<Value> | undefined;
  return Object.assign(() => (value ??= make()), {
    ifMade: async (use: (value: Value) => unknown) => {
      // Whoever asked for it has been told why it could not be made.
      const made = await value?.then(
        (it) => ({ it }),
        () => undefined,
      );
      if (made !== undefined) await use(made.it);
    },
  });
}
