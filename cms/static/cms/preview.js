/* Shows a new preview at once when the front end is on another origin.
 *
 * Wagtail keeps the old frame until the new one has said how far it was scrolled, or ten seconds have passed. A front
 * end that speaks to Wagtail (w-preview:request-scroll, w-preview:set-scroll-position) is waited for; for one that
 * does not, the answer is given here.
 */
(() => {
  'use strict';

  const PATIENCE = 400; // milliseconds

  const isElsewhere = (frame) => {
    try {
      return !frame.contentWindow.location.origin;
    } catch {
      return true;
    }
  };

  document.addEventListener(
    'load',
    ({ target }) => {
      if (!target.matches?.('[data-w-preview-target=iframe]') || !target.src || !isElsewhere(target)) return;
      const { origin } = window.location;
      const answer = { type: 'w-preview:set-scroll-position', origin, x: 0, y: 0 };
      setTimeout(() => window.postMessage({ wagtail: answer }, origin), PATIENCE);
    },
    true, // a frame's load does not bubble
  );
})();
