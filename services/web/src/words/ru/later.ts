import analysis from './analysis.json';
import files from './files.json';
import found from './found.json';
import frontEnds from './frontEnds.json';
import known from './known.json';
import map from './map.json';
import oldJournal from './old-journal.json';
import publication from './publication.json';
import reception from './reception.json';
import report from './report.json';
import settings from './settings.json';
import similar from './similar.json';
import webhooks from './webhooks.json';

/** Texts of screens that are opened later: they come with them. */
export default {
  analysis,
  files,
  found,
  frontEnds,
  known,
  map,
  oldJournal,
  publication,
  reception,
  report,
  settings,
  similar,
  webhooks,
};
