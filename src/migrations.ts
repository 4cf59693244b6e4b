import { schemeMigrations } from '#/analyse/records/scheme-tables.ts';
import { riskMigrations } from '#/analyse/records/risk-tables.ts';
import { peopleMigrations } from '#/people/records/people-tables.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { suppliedMigrations } from '#/schools/records/supplied-tables.ts';

/** Every table an authority has, in the order they are made. New steps go at the end of their room's list. */
export const migrations: readonly Migration[] = [
  ...peopleMigrations,
  ...riskMigrations,
  ...schemeMigrations,
  ...suppliedMigrations,
];
