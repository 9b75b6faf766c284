import { readFile } from 'node:fs/promises';
import { UNDEFINED, type WhyUndefined } from '#lib/insight/agreement/figure.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { FORMS, agreementFigures } from './agreement-figures.ts';
import { orExit } from './or-exit.ts';

/** `npm run agreement -- FILE.json`: every coefficient of the file's votes or spans, as JSON (docs/INSIGHT.md, C). */
const USAGE = `Usage: npm run agreement -- FILE.json, which holds ${FORMS}`;

const [file, ...more] = process.argv.slice(2);
const path = orExit(file === undefined || more.length > 0 ? fail(USAGE) : ok(file));
const figures = agreementFigures(orExit(await textOf(path)));
const printed = orExit(figures.ok ? figures : fail(`${path}: ${figures.error}`));
process.stdout.write(`${JSON.stringify(printed, withWords, 2)}\n`);

async function textOf(name: string): Promise<Result<string>> {
  try {
    return ok(await readFile(name, 'utf8'));
  } catch (error) {
    return fail(`${name} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Beside the reason why a figure is not defined, what it means. */
function withWords(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('reason' in value)) return value;
  return { ...value, words: UNDEFINED[value.reason as WhyUndefined] };
}
