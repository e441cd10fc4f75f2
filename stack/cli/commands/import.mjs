import { Problem } from '../problem.mjs';

export const help = `
usage: ./mission import leads FILE --workspace W --mapping M [--user U] [--report R]
       ./mission import leads FILE --workspace W --continue ID [--user U] [--report R]
       ./mission import report ID --workspace W [--user U] [--report R]

Makes leads of a CSV file through the API: streams the file, shows how far it is, and says at the end which lines became
no lead, and why. A file that is imported twice adds nothing the second time. What was interrupted goes on with --continue.

  --workspace W   the workspace that gets the leads, such as 1001
  --mapping M     a YAML or JSON file: which column becomes which field; docs/import.md describes it
  --continue ID   goes on with an import that failed, after its last committed line, with the same file
  --report R      writes each line that became no lead to this file, as CSV
  --user U        the id of the user who imports; without it the manager of the demo data

'import leads' ends with 0 when the whole file was read, also when lines were rejected; with 1 when it failed, and then it
says how to go on. 'import report' gives the report of an import of before: to --report R, else to standard output.

example:
  ./mission import leads stack/examples/sample-leads.csv --workspace 1001 --mapping stack/examples/sample-leads.mapping.yaml
`;

export const options = {
  workspace: { type: 'string' },
  mapping: { type: 'string' },
  continue: { type: 'string' },
  report: { type: 'string' },
  user: { type: 'string' },
};
export const positionals = 2;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// What does the work is loaded late: the first ./mission up installs its packages, and the help is for those without, too.
export async function run(values, [what, given]) {
  const { workspace, mapping, continue: importId } = values;
  if (what !== 'leads' && what !== 'report') {
    throw wrong(what === undefined ? "say what: 'leads FILE' or 'report ID'" : `there is no import of '${what}', only 'leads FILE' and 'report ID'`);
  }
  if (given === undefined) {
    throw wrong(what === 'leads' ? 'the file is missing: import leads FILE' : 'the id is missing: import report ID');
  }
  if (!workspace) {
    throw wrong('--workspace is needed, such as --workspace 1001');
  }
  if (what === 'report') {
    const { writeReport } = await import('../lead-import/import-leads.mjs');
    return writeReport(idOf(given), values);
  }
  if ((mapping === undefined) === (importId === undefined)) {
    throw wrong('--mapping M is needed, or --continue ID, which has its mapping already; not both');
  }
  const { importLeads } = await import('../lead-import/import-leads.mjs');
  return importLeads(given, { ...values, continue: importId && idOf(importId) });
}

function idOf(text) {
  if (!UUID.test(text)) {
    throw wrong(`'${text}' is no id of an import`);
  }
  return text;
}

const wrong = (message) => new Problem(`${message}. See ./mission import --help.`, 2);
