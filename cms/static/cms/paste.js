/* Turns what is pasted into a story into clean blocks: a paragraph each, lists, headings, quotations, tables.
 *
 * It steps in where more than one paragraph (or a heading, a list, a table) is pasted into a paragraph of a
 * stream field. `read` takes a clipboard apart into blocks as the stream field knows them; `place` puts them
 * where the caret stands. Everything else is left to the rich text editor.
 */
(() => {
  'use strict';

  const STYLES = { B: 'BOLD', STRONG: 'BOLD', I: 'ITALIC', EM: 'ITALIC', SUP: 'SUPERSCRIPT', SUB: 'SUBSCRIPT' };
  const LEVELS = { H1: '2', H2: '2', H3: '3', H4: '4', H5: '4', H6: '4' };
  const BLOCKS = 'address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,ul';
  const LEFT_OUT = 'style,script,meta,link,title,head,img,svg,picture,noscript,o\\:p';
  const BULLET = /^\s*(?:[·•▪◦§o*–-]|\(?(?:\d{1,3}|[a-z])[.)])\s+/;
  const NUMBER = /^\s*\(?(?:\d{1,3}|[a-z])[.)]/;

  const clean = (text) => text.replace(/\u00ad/g, '').replace(/[\s\u00a0]+/g, ' ');

  /* A run of text with its styles and link; a paragraph is a list of runs. */
  function runsOf(node, styles = [], url = null, runs = []) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        runs.push({ text: clean(child.data), styles, url });
      } else if (child.nodeType === Node.ELEMENT_NODE && !isIgnored(child)) {
        if (child.tagName === 'BR') runs.push({ text: '\n', styles: [], url: null });
        else runsOf(child, stylesOf(child, styles), linkOf(child) || url, runs);
      }
    }
    return runs;
  }

  /* Word keeps a list's bullets as text that it asks others to ignore. */
  const isIgnored = (element) => /mso-list:\s*ignore/i.test(element.getAttribute('style') || '');

  function stylesOf(element, inherited) {
    const styles = new Set(inherited);
    const { fontWeight, fontStyle, verticalAlign } = element.style;
    if (STYLES[element.tagName]) styles.add(STYLES[element.tagName]);
    if (/^(bold|[6-9]00)$/.test(fontWeight)) styles.add('BOLD');
    if (/^(normal|[1-5]00)$/.test(fontWeight)) styles.delete('BOLD'); // Google's wrapper is a <b> that is not bold
    if (/italic|oblique/.test(fontStyle)) styles.add('ITALIC');
    if (fontStyle === 'normal') styles.delete('ITALIC');
    if (verticalAlign === 'super') styles.add('SUPERSCRIPT');
    if (verticalAlign === 'sub') styles.add('SUBSCRIPT');
    return [...styles];
  }

  function linkOf(element) {
    const address = element.tagName === 'A' ? element.getAttribute('href') || '' : '';
    return /^(https?|mailto|tel):/i.test(address) ? address : null;
  }

  /* Parts a line at each break, drops the spaces around, and what is empty. */
  function linesOf(runs) {
    const lines = [[]];
    for (const run of runs) {
      if (run.text === '\n') lines.push([]);
      else lines[lines.length - 1].push(run);
    }
    return lines.map(trimmed).filter((line) => line.length);
  }

  function trimmed(runs) {
    const line = [];
    for (const run of runs) {
      const opens = !line.length || line[line.length - 1].text.endsWith(' ');
      const text = opens ? run.text.replace(/^ /, '') : run.text;
      if (text) line.push({ ...run, text });
    }
    const last = line[line.length - 1];
    if (last) last.text = last.text.replace(/ $/, '');
    return line.filter((run) => run.text);
  }

  const textOf = (runs) => runs.map((run) => run.text).join('');

  /* A line is { kind, runs }: p, h (with level), quote, ul, ol; a table is { kind: 'table', rows }. */
  function linesBelow(node, lines = []) {
    let loose = document.createElement('div');
    const flush = () => {
      for (const runs of linesOf(runsOf(loose))) lines.push({ kind: 'p', runs });
      loose = document.createElement('div');
    };
    for (const child of node.childNodes) {
      const isBlock = child.nodeType === Node.ELEMENT_NODE && (child.matches(BLOCKS) || child.querySelector(BLOCKS));
      if (isBlock) {
        flush();
        linesOfBlock(child, lines);
      } else {
        loose.append(child.cloneNode(true));
      }
    }
    flush();
    return lines;
  }

  function linesOfBlock(element, lines) {
    const list = listOf(element);
    if (element.tagName === 'TABLE') lines.push({ kind: 'table', rows: rowsOf(element) });
    else if (LEVELS[element.tagName]) {
      for (const runs of linesOf(runsOf(element))) lines.push({ kind: 'h', level: LEVELS[element.tagName], runs });
    } else if (list) {
      const [first, ...others] = linesOf(withoutBullet(runsOf(ownPart(element)), element));
      if (first) lines.push({ kind: list, runs: [first, ...others].reduce((all, line) => [...all, { text: ' ', styles: [], url: null }, ...line]) });
      for (const below of element.querySelectorAll(':scope > ul, :scope > ol')) linesBelow(below, lines);
    } else if (element.tagName === 'BLOCKQUOTE') {
      for (const line of linesBelow(element)) lines.push(line.kind === 'p' ? { ...line, kind: 'quote' } : line);
    } else if (element.querySelector(BLOCKS)) linesBelow(element, lines);
    else for (const runs of linesOf(runsOf(element, stylesOf(element, [])))) lines.push({ kind: 'p', runs });
  }

  function listOf(element) {
    if (element.tagName === 'LI') return element.closest('ul, ol')?.tagName === 'OL' ? 'ol' : 'ul';
    if (!/mso-list:\s*l\d/i.test(element.getAttribute('style') || '') && !/MsoListParagraph/.test(element.className)) return null;
    const bullet = [...element.querySelectorAll('span')].find(isIgnored);
    return NUMBER.test((bullet || element).textContent) ? 'ol' : 'ul';
  }

  function ownPart(item) {
    const copy = item.cloneNode(true);
    copy.querySelectorAll('ul, ol').forEach((list) => list.remove());
    return copy;
  }

  function withoutBullet(runs, element) {
    if (element.tagName === 'LI' || [...element.querySelectorAll('span')].some(isIgnored)) return runs;
    const bullet = BULLET.exec(textOf(runs));
    let left = bullet ? bullet[0].length : 0;
    return runs.map((run) => {
      const cut = Math.min(left, run.text.length);
      left -= cut;
      return { ...run, text: run.text.slice(cut) };
    });
  }

  function rowsOf(table) {
    const rows = [...table.rows].map((row) => [...row.cells].map((cell) => clean(cell.textContent).trim()));
    const width = Math.max(0, ...rows.map((row) => row.length));
    return rows.map((row) => [...row, ...Array(width - row.length).fill('')]).filter((row) => row.some(Boolean));
  }

  function linesOfHtml(html) {
    const body = new DOMParser().parseFromString(html, 'text/html').body;
    const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) comment.remove();
    body.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
    return linesBelow(body);
  }

  /* Blank lines part paragraphs, whose lines are joined; in a text without any, each line is a paragraph. */
  function linesOfText(text) {
    const parts = text.trim().split(/\r?\n[^\S\n]*\r?\n/);
    const units = parts.length > 1 ? parts : text.trim().split(/\r?\n/);
    return units
      .map((unit) => trimmed([{ text: clean(unit), styles: [], url: null }]))
      .filter((runs) => runs.length)
      .map((runs) => ({ kind: 'p', runs }));
  }

  /* One paragraph as the rich text editor keeps it: a text, with ranges of styles and links. */
  function rawBlock(runs, type, entities) {
    const block = { key: DraftJS.genKey(), text: '', type, depth: 0, inlineStyleRanges: [], entityRanges: [], data: {} };
    for (const { text, styles, url } of runs) {
      const range = { offset: block.text.length, length: text.length };
      for (const style of styles) block.inlineStyleRanges.push({ ...range, style });
      if (url) block.entityRanges.push({ ...range, key: entities.push({ type: 'LINK', mutability: 'MUTABLE', data: { url } }) - 1 });
      block.text += text;
    }
    return block;
  }

  function richText(lines, type) {
    const entities = [];
    const blocks = lines.map((line) => rawBlock(line.runs, type, entities));
    return JSON.stringify({ blocks, entityMap: { ...entities } });
  }

  function tableOf({ rows: [header, ...rows] }) {
    return { caption: '', columns: header.map((heading) => ({ type: 'text', heading })), rows: rows.map((values) => ({ values })) };
  }

  function blockOf(line) {
    if (line.kind === 'h') return { type: 'heading', value: { text: textOf(line.runs).slice(0, 160), level: line.level } };
    if (line.kind === 'quote') return { type: 'quote', value: { text: textOf(line.runs), attribution: '', is_pull_quote: false, lang: '' } };
    if (line.kind === 'table') return { type: 'table', value: tableOf(line) };
    return { type: 'paragraph', value: richText([line], 'unstyled') };
  }

  /* Lines as blocks: points of a list that follow each other are one block; what a stream has no block for is a paragraph. */
  function read(lines, known) {
    const blocks = [];
    for (let place = 0; place < lines.length; place += 1) {
      const line = lines[place];
      if (line.kind === 'ul' || line.kind === 'ol') {
        const points = [line];
        while (lines[place + 1] && lines[place + 1].kind === line.kind) points.push(lines[(place += 1)]);
        blocks.push({ type: 'paragraph', value: richText(points, line.kind === 'ul' ? 'unordered-list-item' : 'ordered-list-item') });
      } else if (line.kind === 'table' && (line.rows.length < 2 || !known('table'))) {
        blocks.push(...line.rows.map((row) => blockOf({ kind: 'p', runs: [{ text: row.join(' '), styles: [], url: null }] })));
      } else {
        const block = blockOf(line);
        blocks.push(known(block.type) ? block : blockOf({ ...line, kind: 'p' }));
      }
    }
    return blocks;
  }

  /* The paragraph of a stream field that an element lies in, if it does. */
  function paragraphAt(element) {
    const child = element.closest('[data-streamfield-child]');
    const field = child && child.parentElement.closest('[data-contentpath]');
    const panel = field && window.wagtail.editHandler && window.wagtail.editHandler.getPanelByName(field.dataset.contentpath);
    const stream = panel && panel.getBoundWidget();
    const found = stream && (stream.children || []).find((each) => each.element === child);
    return found && found.type === 'paragraph' ? { stream, found } : null;
  }

  /* Puts blocks where the caret stands, between what is before it and what is after it. */
  function place(blocks, { stream, found }) {
    const { stateBefore, stateAfter, shouldMoveCommentFn } = window.draftail.splitState(found.block.getState());
    const [before, after] = [stateBefore, stateAfter].map((state) => state.getCurrentContent().getPlainText().trim());
    if (after) found.split(stateBefore, stateAfter, shouldMoveCommentFn);
    blocks.forEach((block, number) => stream.insert({ ...block, id: null }, found.index + 1 + number, { animate: false, focus: number === blocks.length - 1 }));
    if (!before) stream.deleteBlock(found.index);
  }

  function tell(blocks) {
    const text = `Pasted as ${blocks.length} blocks, cleaned of their document's formatting.`;
    document.dispatchEvent(new CustomEvent('w-messages:add', { detail: { clear: true, text, type: 'success' } }));
  }

  document.addEventListener(
    'paste',
    (event) => {
      const at = event.target.closest && event.target.closest('[data-draftail-editor]') && paragraphAt(event.target);
      if (!at) return;
      const html = event.clipboardData.getData('text/html');
      const lines = html ? linesOfHtml(html) : linesOfText(event.clipboardData.getData('text/plain'));
      const blocks = read(lines, (type) => type in at.stream.blockDef.childBlockDefsByName);
      // What is copied within an editor carries its own format, and one paragraph belongs where the caret is.
      if (blocks.length < 2 || /data-draftjs-conductor-fragment/.test(html)) return;
      event.preventDefault();
      event.stopPropagation();
      place(blocks, at);
      tell(blocks);
    },
    true,
  );
})();
