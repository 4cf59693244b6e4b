import { choiceMigrations } from '#/analyse/records/choice-tables.ts';
import { correspondenceAccess } from '#/analyse/records/correspondence-access.ts';
import { correspondenceMigrations } from '#/analyse/records/correspondence-tables.ts';
import { decisionAccess } from '#/analyse/records/decision-access.ts';
import { decisionMigrations } from '#/analyse/records/decision-tables.ts';
import { expectationMigrations } from '#/analyse/records/expectation-tables.ts';
import { forecastAccess } from '#/analyse/records/forecast-access.ts';
import { forecastMigrations } from '#/analyse/records/forecast-tables.ts';
import { intelligenceAccess } from '#/analyse/records/intelligence-access.ts';
import { intelligenceMigrations } from '#/analyse/records/intelligence-tables.ts';
import { riskAccess } from '#/analyse/records/risk-access.ts';
import { riskMigrations } from '#/analyse/records/risk-tables.ts';
import { schemeMigrations } from '#/analyse/records/scheme-tables.ts';
import { toldAccess } from '#/analyse/records/told-access.ts';
import { toldDecisionMigrations } from '#/analyse/records/told-decision-tables.ts';
import { toldMigrations } from '#/analyse/records/told-tables.ts';
import { allocationAccess } from '#/diagnose/records/allocation-access.ts';
import { allocationMigrations } from '#/diagnose/records/allocation-tables.ts';
import { viewOfPartnerAccess } from '#/diagnose/records/view-of-partner-access.ts';
import { viewOfPartnerMigrations } from '#/diagnose/records/view-of-partner-tables.ts';
import { actionAccess } from '#/papers/records/action-access.ts';
import { actionMigrations } from '#/papers/records/action-tables.ts';
import { paperAccess } from '#/papers/records/paper-access.ts';
import { paperMigrations } from '#/papers/records/paper-tables.ts';
import { credentialAccess } from '#/people/records/credential-access.ts';
import { credentialMigrations } from '#/people/records/credential-tables.ts';
import { changeLogAccess } from '#/people/records/change-log-access.ts';
import { changeLogMigrations } from '#/people/records/change-log-tables.ts';
import { installationLogChainAccess, logChainAccess } from '#/people/records/log-chain-access.ts';
import { installationLogChainMigrations, logChainMigrations } from '#/people/records/log-chain-tables.ts';
import {
  officialFileLogAccess,
  officialFileLogMigrations,
} from '#/people/records/official-file-log-tables.ts';
import { mailAccess } from '#/people/records/mail-access.ts';
import { mailMigrations } from '#/people/records/mail-tables.ts';
import { ownRoleMigrations } from '#/people/records/own-role-functions.ts';
import { formAccess, formMigrations } from '#/people/records/form-tables.ts';
import { peopleAccess } from '#/people/records/people-access.ts';
import { peopleMigrations } from '#/people/records/people-tables.ts';
import { installationRetentionAccess, retentionAccess } from '#/people/records/retention-access.ts';
import { installationRetentionMigrations, retentionMigrations } from '#/people/records/retention-tables.ts';
import { roleMigrations } from '#/people/records/role-tables.ts';
import { signInAccess } from '#/people/records/sign-in-access.ts';
import { signInMigrations } from '#/people/records/sign-in-tables.ts';
import type { RecordsForm } from '#/platform/database/records.ts';
import { requestAccess } from '#/schools/records/request-access.ts';
import { requestMigrations } from '#/schools/records/request-tables.ts';
import { suppliedAccess } from '#/schools/records/supplied-access.ts';
import { suppliedMigrations } from '#/schools/records/supplied-tables.ts';

/**
 * Every table there is, in the order they are made, and who may see and add which of its rows. New steps go at the end of
 * their room's list; access is declared as it holds now.
 */
export const recordsForm: RecordsForm = {
  installation: {
    migrations: [
      ...signInMigrations,
      ...installationRetentionMigrations,
      ...officialFileLogMigrations,
      ...installationLogChainMigrations,
      ...credentialMigrations,
      ...formMigrations,
    ],
    access: [
      ...signInAccess,
      ...credentialAccess,
      ...formAccess,
      ...installationRetentionAccess,
      ...officialFileLogAccess,
      ...installationLogChainAccess,
    ],
  },
  authority: {
    migrations: [
      ...peopleMigrations,
      ...riskMigrations,
      ...schemeMigrations,
      ...suppliedMigrations,
      ...roleMigrations,
      ...changeLogMigrations,
      ...retentionMigrations,
      ...logChainMigrations,
      ...requestMigrations,
      ...correspondenceMigrations,
      ...ownRoleMigrations,
      ...toldMigrations,
      ...forecastMigrations,
      ...expectationMigrations,
      ...choiceMigrations,
      ...decisionMigrations,
      ...paperMigrations,
      ...mailMigrations,
      ...toldDecisionMigrations,
      ...intelligenceMigrations,
      ...allocationMigrations,
      ...actionMigrations,
      ...viewOfPartnerMigrations,
    ],
    access: [
      ...peopleAccess,
      ...changeLogAccess,
      ...retentionAccess,
      ...logChainAccess,
      ...mailAccess,
      ...riskAccess,
      ...toldAccess,
      ...forecastAccess,
      ...suppliedAccess,
      ...requestAccess,
      ...correspondenceAccess,
      ...decisionAccess,
      ...paperAccess,
      ...actionAccess,
      ...intelligenceAccess,
      ...allocationAccess,
      ...viewOfPartnerAccess,
    ],
  },
};
