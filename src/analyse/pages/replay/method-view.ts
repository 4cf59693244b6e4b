import type { ForecastMethod } from '#/law/reference.ts';

const names: Readonly<Record<keyof ForecastMethod['settings'], string>> = {
  belowGoodEarliest: 'Earliest next inspection of a school that requires improvement',
  belowGoodExpected: 'Expected next inspection of a school that requires improvement',
  inadequateAway: 'Inadequate schools',
  inadequateExpected: 'Expected next inspection of an inadequate school',
  newSchoolEarliest: 'Earliest first inspection',
  newSchoolExpected: 'Expected first inspection',
  overdueExpected: 'Inspections that are late',
  goodSchools: 'Good schools',
  results: 'Direction of results',
  category: 'The authority’s own category',
  academies: 'Becoming an academy',
};

/** How a method works, reading by reading, so that anyone can say which they would change. */
export function methodView({ title, about, settings }: ForecastMethod) {
  return {
    title,
    about,
    settings: (Object.keys(names) as (keyof typeof names)[]).map((name) => {
      const { words, reading, source, rule } = settings[name];
      return {
        name: names[name],
        value: valueOf(settings, name),
        words,
        rule,
        whose: reading === 'printed' ? 'printed' : 'our reading',
        source,
      };
    }),
  };
}

function valueOf(settings: ForecastMethod['settings'], name: keyof ForecastMethod['settings']): string {
  const setting = settings[name];
  if ('months' in setting) return `${setting.months} months`;
  if ('inspections' in setting) return `${setting.inspections} inspections from good`;
  if ('keepTheirGrade' in setting)
    return setting.keepTheirGrade === 'always' ? 'keep their grade' : 'keep it unless expected below good';
  if ('change' in setting)
    return `${setting.change} standard deviations over ${setting.years} years; falling: ${setting.fallingAway} inspections from good`;
  if ('awayByGrade' in setting)
    return `digit 4: ${setting.awayByGrade[4]} inspections from good; digit 3: ${setting.awayByGrade[3]}`;
  return `open after ${setting.opensMonths} months, all good after ${setting.deadlineMonths}`;
}
