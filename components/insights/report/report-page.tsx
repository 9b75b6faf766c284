import Link from 'next/link';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Page } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import type { Myself } from '#lib/protocol/http.ts';
import { changesInWords } from '../changed-tags-words.ts';
import { ContestedPassages } from './contested-passages.tsx';
import { methodLines } from './method-lines.ts';
import { PrintButton } from './print-button.tsx';
import { ReportNumbers } from './report-numbers.tsx';
import { ReportSection } from './report-section.tsx';
import { ReportTable } from './report-table.tsx';
import {
  changesTable,
  coefficientsTable,
  inputsTable,
  membersTable,
  predictionsTable,
  revealTable,
  tagsTable,
  withoutNumber,
} from './report-tables.ts';
import { aboutArticle, countsOf, leadOf, momentInWords, sinceInWords } from './report-words.ts';
import styles from './report-page.module.css';

/** What a reading came to, to print and to take home. It does not change while it is read. */
export function ReportPage({ report, user }: { report: ReadingReport; user: Myself }) {
  const { reading } = report;
  return (
    <>
      <TopBar back={{ href: `/readings/${reading.id}/insight`, label: 'Insight' }} title="Report">
        <AccountMenu user={user} />
      </TopBar>
      <Page>
        <article className={styles.report}>
          <Head report={report} />
          <ReportNumbers agreement={report.insight.agreement} />
          {report.insight.tags.length > 0 && (
            <ReportSection title="What was marked">
              <ReportTable title="Marks by kind" table={tagsTable(report)} />
            </ReportSection>
          )}
          <ReportSection title="Who read">
            <ReportTable title="Who read" table={membersTable(report)} />
          </ReportSection>
          <ContestedPassages report={report} />
          <ReportSection title="Predictions">
            {report.predictions.length === 0 ? (
              <p>Nobody has tagged a prediction.</p>
            ) : (
              <ReportTable title="Predictions" table={predictionsTable(report)} />
            )}
          </ReportSection>
          <Changes report={report} />
          <Method report={report} />
        </article>
      </Page>
    </>
  );
}

function Head({ report }: { report: ReadingReport }) {
  const { article, at, reading, asker } = report;
  const about = aboutArticle(article);
  return (
    <header>
      <p className={styles.kind}>Report of a reading</p>
      <h1 className={styles.title}>{article.title}</h1>
      {about !== '' && <p className={styles.about}>{about}</p>}
      <p className={styles.about}>
        {reading.group}, as of {momentInWords(at)}, for {asker.name} ({asker.role})
      </p>
      <Takeaway report={report} />
      <p className={styles.lead}>{leadOf(report)}</p>
      <p className={styles.about}>{countsOf(report)}</p>
    </header>
  );
}

/** Files of the very moment that the page shows. */
function Takeaway({ report: { reading, at } }: { report: ReadingReport }) {
  const address = (format: string): string =>
    `/api/readings/${reading.id}/report?format=${format}&at=${encodeURIComponent(at)}`;
  const name = `report-${at.slice(0, 'YYYY-MM-DD'.length)}`;
  return (
    <div className={styles.takeaway}>
      <PrintButton />
      <a className={buttonLook('plain')} href={address('markdown')} download={`${name}.md`}>
        Download Markdown
      </a>
      <a className={buttonLook('plain')} href={address('json')} download={`${name}.json`}>
        Download JSON
      </a>
    </div>
  );
}

function Changes({ report }: { report: ReadingReport }) {
  const { reveal, changed, reading } = report;
  return (
    <>
      {reveal !== null && (
        <ReportSection title="Before and after the reveal">
          <p>Revealed on {momentInWords(reveal.at)}.</p>
          <ReportTable title="Before and after the reveal" table={revealTable(reveal, report)} />
        </ReportSection>
      )}
      <ReportSection title="Changed tags">
        <p>
          {sinceInWords(changed)}: {changesInWords(changed.tags, changed.first)}{' '}
          <Link className={styles.screenOnly} href={`/readings/${reading.id}/insight`}>
            Compare other moments
          </Link>
        </p>
        {changed.tags.length > 0 && (
          <ReportTable title="Changed tags" table={changesTable(report)} />
        )}
      </ReportSection>
    </>
  );
}

function Method({ report }: { report: ReadingReport }) {
  return (
    <ReportSection title="How it was computed">
      <dl className={styles.method}>
        {methodLines(report).map(({ about, words }) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <h3>For those who know</h3>
      <Coefficients report={report} />
      <h3>Computed from</h3>
      <ReportTable title="What it was computed from" table={inputsTable(report)} />
    </ReportSection>
  );
}

function Coefficients({ report }: { report: ReadingReport }) {
  const table = coefficientsTable(report);
  return (
    <>
      {table.rows.length > 0 && <ReportTable title="Coefficients" table={table} />}
      {withoutNumber(report).map(({ names, why }) => (
        <p key={why} className={styles.without}>
          <b>{names}.</b> {why}
        </p>
      ))}
    </>
  );
}
