import { comparedRoute } from '#/analyse/pages/compared/route.ts';
import { analyseDownloads } from '#/analyse/pages/downloads.ts';
import { chooseDeprivationRoute, forecastChoicesRoute } from '#/analyse/pages/forecast-choices/route.ts';
import {
  howCategoriesAreDecidedRoute,
  schemeDocumentRoute,
} from '#/analyse/pages/how-categories-are-decided/route.ts';
import { earlyWarningRoute } from '#/analyse/pages/early-warning/route.ts';
import { intakeRoute } from '#/analyse/pages/intake/route.ts';
import { intelligenceRoutes } from '#/analyse/pages/intelligence/route.ts';
import { mapRoute } from '#/analyse/pages/map/route.ts';
import { markingRoute } from '#/analyse/pages/marking/route.ts';
import { membersDocumentRoute, membersRoute } from '#/analyse/pages/members/route.ts';
import { overviewRoute } from '#/analyse/pages/overview/route.ts';
import { ourViewRoutes } from '#/analyse/pages/our-view/route.ts';
import { moderationRoutes } from '#/analyse/pages/deciding/moderation-route.ts';
import { receiptsRoutes } from '#/analyse/pages/receipts/route.ts';
import { replayRoute } from '#/analyse/pages/replay/route.ts';
import { resultsRoute } from '#/analyse/pages/results/route.ts';
import { riskRegisterRoute } from '#/analyse/pages/risk-register/route.ts';
import { watchlistRoute } from '#/analyse/pages/risk-register/watchlist-route.ts';
import { onAPageRoute } from '#/analyse/pages/school-profile/on-a-page-route.ts';
import { letterRoutes } from '#/analyse/pages/letter/route.ts';
import { lettersRoutes } from '#/analyse/pages/letters/route.ts';
import { roundRoutes } from '#/analyse/pages/deciding/round-route.ts';
import { roundsRoutes } from '#/analyse/pages/deciding/rounds-route.ts';
import { schoolCategoriesRoute } from '#/analyse/pages/deciding/categories-route.ts';
import { schoolForecastRoutes } from '#/analyse/pages/school-forecast/route.ts';
import { schoolProfileRoute } from '#/analyse/pages/school-profile/route.ts';
import { selfAssessmentsRoute } from '#/analyse/pages/self-assessments/route.ts';
import { spreadRoute } from '#/analyse/pages/spread/route.ts';
import { trajectoryRoute } from '#/analyse/pages/trajectory/route.ts';
import { targetRoutes } from '#/analyse/pages/trajectory/targets-route.ts';
import { runsRoute } from '#/analyse/pages/who-moved/route.ts';
import {
  adoptSchemeRoute,
  schemeExampleRoute,
  tryThisSchemeRoute,
  trySchemeRoute,
} from '#/analyse/pages/who-moved/try-route.ts';
import { actionRoutes } from '#/papers/pages/action/route.ts';
import { actionsRoutes } from '#/papers/pages/actions/route.ts';
import { openPaperRoutes } from '#/papers/pages/open-paper/route.ts';
import { paperRoutes } from '#/papers/pages/paper/route.ts';
import { papersRoute } from '#/papers/pages/papers/route.ts';
import { paperVersionsRoute } from '#/papers/pages/versions/route.ts';
import { writePaperRoutes } from '#/papers/pages/write-paper/route.ts';
import { auditsRoutes } from '#/diagnose/pages/audits/route.ts';
import { planVisitsRoutes } from '#/diagnose/pages/plan-visits/route.ts';
import { visitNotesRoutes } from '#/diagnose/pages/visit-notes/route.ts';
import { visitsRoutes } from '#/diagnose/pages/visits/route.ts';
import { visitsWeekRoute } from '#/diagnose/pages/visits-week/route.ts';
import { accountRoutes } from '#/people/pages/account/route.ts';
import { demonstrationSignInRoutes } from '#/people/pages/demonstration-sign-in/route.ts';
import { setUpRoutes } from '#/people/pages/set-up/route.ts';
import { signInRoutes } from '#/people/pages/sign-in/route.ts';
import { homePanels } from '#/home.ts';
import { homeRoute } from '#/people/pages/home/route.ts';
import { calendarRoute } from '#/papers/pages/calendar/route.ts';
import { myWorkRoute } from '#/people/pages/my-work/route.ts';
import { mailRoute } from '#/people/pages/mail/route.ts';
import { toldRoute } from '#/people/pages/told/route.ts';
import { importPeopleRoutes } from '#/people/pages/import/route.ts';
import { noticesRoutes } from '#/people/pages/notices/route.ts';
import { accessRoutes } from '#/people/pages/access/route.ts';
import { peopleRoutes } from '#/people/pages/people/route.ts';
import { permissionsRoute } from '#/people/pages/permissions/route.ts';
import { logRoutes } from '#/people/pages/logs/routes.ts';
import { beginDiagnosisRoutes } from '#/diagnose/pages/begin-diagnosis/route.ts';
import { diagnosesRoutes } from '#/diagnose/pages/diagnoses/route.ts';
import { boardOfSchoolRoute } from '#/diagnose/pages/board-of-school/route.ts';
import { boardsRoutes } from '#/diagnose/pages/boards/route.ts';
import { planOfSchoolRoute } from '#/diagnose/pages/plan-of-school/route.ts';
import { plansRoutes } from '#/diagnose/pages/plans/route.ts';
import { adviserRoutes } from '#/diagnose/pages/adviser/route.ts';
import { allocationRoutes } from '#/diagnose/pages/allocation/route.ts';
import { viewOfPartnerRoutes } from '#/diagnose/pages/view-of-partner/route.ts';
import { viewsOfPartnersRoute } from '#/diagnose/pages/views-of-partners/route.ts';
import { contactRoutes } from '#/diagnose/pages/contact/route.ts';
import type { Route } from '#/platform/web/route.ts';
import { addFilesRoutes } from '#/published/pages/add-files/route.ts';
import { importsRoutes } from '#/published/pages/imports/route.ts';
import { officialFilesRoute } from '#/published/pages/official-files/route.ts';
import { sourceRoute, sourcesRoute } from '#/published/pages/sources/route.ts';
import { chooseAuthorityRoute } from '#/schools/pages/choose-authority/route.ts';
import { requestRoutes } from '#/schools/pages/request/route.ts';
import { requestsRoutes } from '#/schools/pages/requests/route.ts';
import { suppliedRoutes } from '#/schools/pages/supplied/route.ts';
import { supplyFileRoutes } from '#/schools/pages/supply-file/route.ts';
import { workSources } from '#/work.ts';
import type { Parts } from '#/parts.ts';

/** Every page, download and form there is. */
export const routes: readonly ((parts: Parts) => Route)[] = [
  chooseAuthorityRoute,
  (parts) =>
    homeRoute(
      parts,
      homePanels.map((panel) => panel(parts)),
    ),
  (parts) => myWorkRoute(parts, workSources(parts)),
  calendarRoute,
  mailRoute,
  toldRoute,
  overviewRoute,
  riskRegisterRoute,
  watchlistRoute,
  schoolProfileRoute,
  onAPageRoute,
  ...ourViewRoutes,
  ...requestRoutes,
  ...requestsRoutes,
  ...receiptsRoutes,
  ...roundsRoutes,
  ...roundRoutes,
  ...lettersRoutes,
  ...letterRoutes,
  ...moderationRoutes,
  schoolCategoriesRoute,
  ...intelligenceRoutes,
  selfAssessmentsRoute,
  ...auditsRoutes,
  ...visitsRoutes,
  ...planVisitsRoutes,
  visitsWeekRoute,
  ...visitNotesRoutes,
  resultsRoute,
  spreadRoute,
  intakeRoute,
  mapRoute,
  trajectoryRoute,
  ...targetRoutes,
  earlyWarningRoute,
  ...schoolForecastRoutes,
  markingRoute,
  replayRoute,
  membersRoute,
  membersDocumentRoute,
  comparedRoute,
  howCategoriesAreDecidedRoute,
  schemeDocumentRoute,
  forecastChoicesRoute,
  chooseDeprivationRoute,
  runsRoute,
  trySchemeRoute,
  tryThisSchemeRoute,
  adoptSchemeRoute,
  schemeExampleRoute,
  ...analyseDownloads,
  ...diagnosesRoutes,
  ...beginDiagnosisRoutes,
  ...plansRoutes,
  planOfSchoolRoute,
  ...boardsRoutes,
  boardOfSchoolRoute,
  sourcesRoute,
  sourceRoute,
  ...importsRoutes,
  officialFilesRoute,
  ...addFilesRoutes,
  ...suppliedRoutes,
  ...supplyFileRoutes,
  ...signInRoutes,
  ...demonstrationSignInRoutes,
  ...setUpRoutes,
  papersRoute,
  ...actionsRoutes,
  ...actionRoutes,
  ...openPaperRoutes,
  ...paperRoutes,
  ...writePaperRoutes,
  paperVersionsRoute,
  ...allocationRoutes,
  ...adviserRoutes,
  ...contactRoutes,
  ...viewOfPartnerRoutes,
  viewsOfPartnersRoute,
  ...accountRoutes,
  ...peopleRoutes,
  ...noticesRoutes,
  ...importPeopleRoutes,
  ...accessRoutes,
  permissionsRoute,
  ...logRoutes,
];
