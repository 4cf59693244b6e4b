import {
  addForecastChoice,
  forecastChoices,
  lockForecastChoices,
} from '#/analyse/records/forecast-choices.ts';
import { longestWhy } from '#/analyse/rules/expected/check-expectation.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { textProblems } from '#/schools/rules/check-request.ts';
import type { WrittenOutcome } from './expected-read.ts';

/** A choice as it is typed: `yes` or `no`, and why. */
export interface ChoiceTyped {
  readonly deprivation: string;
  readonly why: string;
}

/**
 * Chooses for an authority whether its forecasts use the deprivation of the area, in a person’s name and for a reason. The
 * next forecast that is kept is made so; those that were kept stay as they are. The very same again changes nothing.
 *
 * @returns that it is chosen; or everything that is wrong with what was typed
 */
export async function chooseDeprivation(
  parts: Pick<Parts, 'published' | 'records' | 'today'>,
  person: Person,
  asked: ChoiceTyped & { readonly authority: string },
): Promise<WrittenOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'adopt a scheme', authority.slug);
  const why = asked.why.trim();
  const deprivation = asked.deprivation === 'yes';
  const problems = [
    ...(deprivation || asked.deprivation === 'no'
      ? []
      : [{ field: 'deprivation', text: 'Choose whether deprivation of the area is used.' }]),
    ...textProblems('why', why, longestWhy, 'Say why: the heads whose schools it is about will ask.'),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const records = await parts.records();
  await records.prepareAuthority(authority.slug, authority.name);
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockForecastChoices(transaction);
    const [before] = await forecastChoices(transaction);
    if (before?.deprivation === deprivation && before.why === why) return { kind: 'done', already: true };
    const chosen = { deprivation, why, chosenOn: parts.today(), chosenBy: person.name };
    await addForecastChoice(transaction, chosen);
    await logChange(transaction, {
      act: 'chose what forecasts use',
      about: { kind: 'forecast choice', key: 'deprivation' },
      aboutName: 'deprivation of the area',
      urn: null,
      from: inWords(before?.deprivation ?? false),
      to: inWords(deprivation),
      why,
    });
    return { kind: 'done', already: false };
  });
}

function inWords(used: boolean): string {
  return used ? 'used' : 'not used';
}
