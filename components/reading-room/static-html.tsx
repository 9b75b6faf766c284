import { memo, useState } from 'react';

/**
 * HTML that the server made and escaped, set once. React 19 writes `innerHTML` anew for every new `{__html}` object, which would
 * wipe the marks and the selection: so the object is made once, and the component never renders again.
 */
export const StaticHtml = memo(
  function StaticHtml({ html }: { html: string }) {
    const [once] = useState({ __html: html });
    return <div dangerouslySetInnerHTML={once} />;
  },
  () => true,
);
