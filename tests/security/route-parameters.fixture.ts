import { schools, somebody } from './everybody.fixture.ts';

/** A value of a parameter of an address: what it is, and whether there is such a thing. */
export interface ParameterValue {
  readonly value: string;
  readonly there: boolean;
}

const there = (value: string): ParameterValue => ({ value, there: true });
const notThere = (value: string): ParameterValue => ({ value, there: false });

/**
 * What each parameter of a route is tried with. A route with a parameter that is not here fails the test of roles: whoever
 * adds one says what it stands for.
 */
export const routeParameters: Readonly<Record<string, readonly ParameterValue[]>> = {
  authority: [there('fenshire'), notThere('nowhere'), notThere('marshland')],
  urn: [...Object.values(schools).map(there), notThere('999999')],
  source: [there('file1'), notThere('file9')],
  job: [notThere('no-such-job')],
  draft: [notThere('no-such-draft')],
  round: [there('1'), notThere('99')],
  decision: [notThere('00000000-0000-4000-8000-000000000000')],
  file: [there('1'), notThere('99')],
  request: [notThere('00000000-0000-4000-8000-000000000000')],
  entry: [notThere('00000000-0000-4000-8000-000000000000')],
  person: [there(somebody('headteacher', 'fenshire').id), notThere('00000000-0000-4000-8000-000000000000')],
  // The page of an officer is not there for partners, whose own it is not: tests/security/allocation.test.ts asks who opens which.
  adviser: [notThere('00000000-0000-4000-8000-000000000000')],
  action: [notThere('00000000-0000-4000-8000-000000000000')],
  paper: [notThere('00000000-0000-4000-8000-000000000000')],
  kind: [notThere('no-such-kind')],
  step: [notThere('no-such-step')],
  held: [notThere('999')],
  mail: [notThere('00000000-0000-4000-8000-000000000000')],
  token: [notThere('x'.repeat(43))],
};

/** One address of a route, and what is in it. */
export interface AddressTried {
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  /** Everything it names is there. */
  readonly there: boolean;
}

/**
 * Every address of a route: all that is there in each combination, and each thing that is not there once.
 *
 * @throws Error where a parameter is not in `routeParameters`
 */
export function addressesOf(path: string): readonly AddressTried[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return names.reduce<readonly AddressTried[]>(
    (before, name) => {
      const values = routeParameters[name];
      if (values === undefined)
        throw new Error(`${path}: what is :${name} tried with? (route-parameters.fixture.ts)`);
      return before.flatMap((tried) =>
        values
          .filter((one) => one.there || tried.there)
          .map((one) => ({
            address: tried.address.replace(`:${name}`, one.value),
            params: { ...tried.params, [name]: one.value },
            there: tried.there && one.there,
          })),
      );
    },
    [{ address: path, params: {}, there: true }],
  );
}
