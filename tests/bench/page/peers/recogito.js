// The annotator as it comes, over static paragraphs.
import { createTextAnnotator } from '@recogito/text-annotator';
import { offerPeer, paragraphAt, paragraphsIn, startsOf } from './annotated-page.js';

const COLOURS = { fact: '#0067a3', prediction: '#a85b00', opinion: '#9b3a78' };
let annotator;
let starts = [];
let text = '';

offerPeer({
  showText(paragraphs) {
    starts = startsOf(paragraphs);
    text = paragraphs.join('');
    const article = document.querySelector('article');
    paragraphsIn(article, paragraphs);
    annotator = createTextAnnotator(article, {
      annotatingEnabled: false,
      style: ({ bodies }) => ({ fill: COLOURS[bodies[0]?.value] ?? '#888888', fillOpacity: 0.2 }),
    });
  },
  hand: (annotations) => annotator.setAnnotations(annotations.map(annotationOf)),
  addOne: (annotation) => annotator.addAnnotation(annotationOf(annotation)),
  marksIn: () => {
    const ranges = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    return ranges + document.querySelectorAll('.r6o-span-highlight-layer span').length;
  },
  hitTest(x, y) {
    const box = document.querySelector('article').getBoundingClientRect();
    return annotator.state.store.getAt(x - box.left, y - box.top, true)?.length ?? 0;
  },
});

/** Offsets are over the paragraphs' text without what parts them. */
function annotationOf({ id, start: from, end: to, tag }) {
  const start = from - paragraphAt(starts, from);
  const end = to - paragraphAt(starts, to);
  const selector = [{ quote: text.slice(start, end), start, end }];
  return {
    id,
    bodies: [{ id: `${id}-tag`, annotation: id, purpose: 'tagging', value: tag }],
    target: { annotation: id, selector },
  };
}
