import { useEffect, useMemo, useRef, useState } from 'react';
import type { Records } from '#lib/annotation/record-set.ts';
import type { Figure } from '#lib/insight/agreement/figure.ts';
import type { Gamma } from '#lib/insight/agreement/gamma/gamma.ts';
import { agreementOf } from '#lib/insight/agreement-of.ts';
import { Evidence } from '#lib/insight/evidence.ts';
import { ofRevision } from '#lib/insight/of-revision.ts';
import { personsOf, type ReadingInsight } from '#lib/insight/reading-insight.ts';
import { sureInputsOf, type Sureness } from '#lib/insight/sureness-of.ts';
import { voicesOf } from '#lib/insight/voices.ts';
import type { InsightView } from './insight-view.ts';
import { openSurenessWorker, type SurenessWorker } from './sureness-worker.ts';

interface Live extends Pick<ReadingInsight, 'agreement' | 'persons' | 'voices'> {
  /** Null until it has been worked out. */
  gamma: Figure<Gamma> | null;
}

/** How far members agree: as the server said, then live. What takes longer comes from a worker and stands as it was until it does. */
export function useAgreement(
  { user, reading, text, blocks, members, insight }: InsightView,
  all: Records | null,
): Live {
  const records = useMemo(
    () => (all === null ? null : ofRevision(all, reading.revision)),
    [all, reading.revision],
  );
  const evidence = useMemo(
    () =>
      new Evidence(
        { blocks, length: text.length },
        members.map(({ id }) => id),
      ),
    [blocks, text, members],
  );
  const quick = useMemo(() => {
    if (records === null) return null;
    // The same records twice change nothing in it.
    evidence.follow(records);
    const shown = reading.role === 'instructor' ? members.map(({ id }) => id) : [user.id];
    return {
      agreement: agreementOf(evidence),
      persons: personsOf(evidence, shown),
      voices: voicesOf(records.annotations.values(), blocks),
    };
  }, [evidence, records, reading.role, members, user.id, blocks]);
  const { sureness, gamma } = useSureness(evidence, records);
  return useMemo(
    () =>
      quick === null
        ? { ...insight, gamma }
        : { ...quick, agreement: { ...insight.agreement, ...sureness, ...quick.agreement }, gamma },
    [quick, insight, sureness, gamma],
  );
}

function useSureness(
  evidence: Evidence,
  records: Records | null,
): { sureness: Sureness | null; gamma: Figure<Gamma> | null } {
  const [sureness, setSureness] = useState<Sureness | null>(null);
  const [gamma, setGamma] = useState<Figure<Gamma> | null>(null);
  const worker = useRef<SurenessWorker | null>(null);
  useEffect(() => {
    const opened = openSurenessWorker((answer) => {
      if ('gamma' in answer) setGamma(answer.gamma);
      else setSureness(answer.sureness);
    });
    worker.current = opened;
    return () => opened.close();
  }, []);
  useEffect(() => {
    if (records !== null) worker.current?.ask(() => sureInputsOf(evidence));
  }, [evidence, records]);
  return { sureness, gamma };
}
