/** WAI-ARIA 1.3's role of a voice and of a reply; the linter's list of roles is older. */
export const COMMENT_ROLE = 'comment';
