import { join } from 'node:path';
import { schoolYearName, type SchoolYear } from '#/schools/rules/dates.ts';
import { managementInformationDay, presentDay, withoutSeparators } from '../calendar.ts';
import { isOpenOn } from '../county/lineage.ts';
import { prepareFolder } from '../generate.ts';
import { absenceTable, absenceYears } from '../layouts/absence.ts';
import { censusTable } from '../layouts/census.ts';
import { giasEstablishments } from '../layouts/gias-establishments.ts';
import { giasLinks } from '../layouts/gias-links.ts';
import { keyStage2Tables } from '../layouts/key-stage-2.ts';
import { keyStage4Tables } from '../layouts/key-stage-4.ts';
import { ofstedManagementInformation } from '../layouts/ofsted-management-information.ts';
import { liveThrough, type CountyLife, type Numbers } from '../life/county-life.ts';
import { inventedAuthorities } from './authorities.ts';
import { openJoinedFile, type JoinedFile } from './joined-file.ts';

/** The years of results, the newest five. */
const years: readonly SchoolYear[] = [2019, 2022, 2023, 2024, 2025];

/** How one official file is made of the files of single authorities. */
interface Joining {
  readonly name: string;
  readonly of: (life: CountyLife) => Buffer;
  /** Rows of England at the end of each authority's file: once at the end of the joined one. */
  readonly rowsOfEngland: number;
}

function joinings(): readonly Joining[] {
  const registers: readonly Joining[] = [
    {
      name: `edubasealldata${withoutSeparators(presentDay)}.csv`,
      of: (life) => giasEstablishments(life, presentDay),
      rowsOfEngland: 0,
    },
    { name: 'links_edubasealldata.csv', of: giasLinks, rowsOfEngland: 0 },
    {
      name: `latest_inspections_${managementInformationDay}.csv`,
      of: ofstedManagementInformation,
      rowsOfEngland: 0,
    },
  ];
  const results = years.flatMap((year): readonly Joining[] => {
    const name = schoolYearName(year).replace('/', '-');
    return [
      {
        name: `england_ks2final_${name}.csv`,
        of: (life) => keyStage2Tables(life, year),
        rowsOfEngland: 2,
      },
      {
        name: `england_ks4final_${name}.csv`,
        of: (life) => keyStage4Tables(life, year),
        rowsOfEngland: 2,
      },
    ];
  });
  const rowsOfEngland = 3;
  const pupils = years.flatMap((year): readonly Joining[] => {
    const name = schoolYearName(year).replace('/', '-');
    return [
      ...(absenceYears.includes(year)
        ? [
            {
              name: `england_abs_${name}.csv`,
              of: (life: CountyLife) => absenceTable(life, year),
              rowsOfEngland,
            },
          ]
        : []),
      { name: `england_census_${name}.csv`, of: (life) => censusTable(life, year), rowsOfEngland: 2 },
    ];
  });
  return [...registers, ...results, ...pupils];
}

/** What was made: how much, and of whom. */
export interface GeneratedEngland {
  readonly files: readonly string[];
  readonly authorities: number;
  /** Open on the day of the register. */
  readonly schools: number;
  readonly bytes: number;
}

/**
 * Writes an England of invented authorities in the official layouts, file by file in step, one authority in memory at a
 * time. Whole authorities are added until there are at least so many open schools, or 150 authorities. The same bytes on
 * every machine and run.
 */
export function generateEngland(
  folder: string,
  schoolsWanted: number,
  tell: (schools: number) => void = () => undefined,
): GeneratedEngland {
  prepareFolder(folder);
  const all = joinings();
  const files: JoinedFile[] = all.map(({ name, rowsOfEngland }) =>
    openJoinedFile(join(folder, name), rowsOfEngland),
  );
  let from: Numbers = { establishment: 1, inspection: 0 };
  let authorities = 0;
  let schools = 0;
  for (const { lineages } of inventedAuthorities()) {
    const life = liveThrough((lineagesInOrder) => lineagesInOrder, lineages, from);
    all.forEach(({ of }, index) => files[index]?.add(of(life)));
    from = {
      establishment: from.establishment + life.establishments.length,
      inspection: from.inspection + life.lives.reduce((sum, { inspections }) => sum + inspections.length, 0),
    };
    authorities += 1;
    schools += life.establishments.filter((establishment) => isOpenOn(establishment, presentDay)).length;
    tell(schools);
    if (schools >= schoolsWanted) break;
  }
  const bytes = files.reduce((sum, file) => sum + file.end(), 0);
  return { files: all.map(({ name }) => name), authorities, schools, bytes };
}
