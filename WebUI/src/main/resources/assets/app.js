// What pages do beyond links and forms: keys, menus, fields that find records, and lines like those of a spreadsheet.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('scripted');
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const changed = field => field.dispatchEvent(new Event('input', {bubbles: true}));

  // Menus close when something else is clicked.
  document.addEventListener('click', event => {
    all('details[open]').forEach(open => {
      if (!open.contains(event.target) || event.target.closest('.popup a')) open.open = false;
    });
    if (!event.target.closest('.pick')) closePicks();
    if (!event.target.closest('.search')) closeFound();
    if (event.target.closest('[data-print]')) window.print();
    if (event.target.closest('[data-fold]')) fold([event.target.closest('[data-fold]')]);
    if (event.target.closest('[data-fold-all]')) fold(all('[data-fold]'));
    if (event.target.closest('[data-shortcuts]')) $('#shortcuts').showModal();
    const add = event.target.closest('[data-add]');
    if (add) focusLine(addLine(add.closest('[data-lines]')));
    const remove = event.target.closest('[data-remove]');
    if (remove) removeLine(remove.closest('[data-line]'));
  });

  document.addEventListener('change', event => {
    event.target.closest('[data-look]')?.requestSubmit();
    if (event.target.matches('[data-preview]') && $('[type=file]', event.target.form).files.length) htmx.trigger(event.target.form, 'preview');
  });

  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
    if (question && !window.confirm(question.replace('{0}', chosen().length))) event.preventDefault();
  });

  // --- Lists: rows that are chosen, and the one that the keys are at ---
  const chosen = () => all('[data-choose]:checked');

  function count() {
    const bar = $('[data-chosen]');
    if (!bar) return;
    $('[data-count]', bar).textContent = chosen().length;
    bar.classList.toggle('some', chosen().length > 0);
    const every = $('[data-choose-all]');
    every.checked = chosen().length > 0 && chosen().length === all('[data-choose]').length;
    every.indeterminate = chosen().length > 0 && !every.checked;
  }

  function choose(boxes, on) {
    boxes.forEach(box => { box.checked = on; });
    count();
  }

  let last = null;
  document.addEventListener('click', event => {
    if (event.target.matches('[data-choose-all]')) choose(all('[data-choose]'), event.target.checked);
    if (event.target.closest('[data-choose-none]')) choose(all('[data-choose]'), false);
    if (!event.target.matches('[data-choose]')) return;
    const boxes = all('[data-choose]');
    const [from, to] = [boxes.indexOf(last), boxes.indexOf(event.target)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) choose(boxes.slice(from, to + 1), event.target.checked);
    last = event.target;
    count();
  });

  function rowKey(event) {
    const rows = all('[data-row]');
    if (!rows.length) return;
    const at = rows.indexOf(event.target.closest('[data-row]'));
    const step = {j: 1, k: -1}[event.key];
    if (step) act(event, () => $('a', rows[Math.min(rows.length - 1, Math.max(0, at + step))])?.focus());
    if (event.key === 'x' && at >= 0) act(event, () => $('[data-choose]', rows[at])?.click());
  }

  // --- Reports: what stands deeper below a row is folded away, and out again ---
  const isOpen = button => button.getAttribute('aria-expanded') === 'true';

  function fold(buttons) {
    const open = !buttons.some(isOpen);
    buttons.forEach(button => button.setAttribute('aria-expanded', String(open)));
    const every = $('[data-fold-all]');
    every.textContent = all('[data-fold]').some(isOpen) ? every.dataset.shut : every.dataset.open;
    let shut = Infinity;
    all('tr[data-level]').forEach(row => {
      const level = Number(row.dataset.level);
      if (level <= shut) shut = Infinity;
      row.hidden = level > shut;
      const button = $('[data-fold]', row);
      if (!row.hidden && button && !isOpen(button)) shut = level;
    });
  }

  // --- Keys ---
  document.addEventListener('keydown', event => {
    const typing = event.target.matches('input, textarea, select');
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'k') return act(event, openSearch);
    if (event.target.closest('[data-search]') && foundKey(event)) return;
    if (command && event.key.toLowerCase() === 's') return act(event, () => $('#form')?.requestSubmit());
    if (event.key === 'Escape') return escape(event);
    if (event.target.closest('[data-say]')) return sayKey(event);
    if (event.target.closest('[data-pick]') && pickKey(event)) return;
    if (event.target.closest('[data-line]')) return lineKey(event, command);
    if (typing || command || event.altKey) return;
    if (event.key === '?') return act(event, () => $('#shortcuts')?.showModal());
    if (event.key === 'n') return act(event, () => $('[data-new]')?.click());
    if (event.key === '/') act(event, () => $('#list-search')?.focus());
    rowKey(event);
  });

  function act(event, action) {
    event.preventDefault();
    action();
  }

  function escape(event) {
    const list = $('.pick .popup, [data-say] .popup');
    if (list) return act(event, () => { closePicks(); list.remove(); });
    const open = $('details[open]');
    if (open) return act(event, () => { open.open = false; $('summary', open).focus(); });
    if ($('#found')?.childElementCount) return act(event, closeFound);
    const back = $('#form')?.dataset.back;
    if (back && !$('dialog[open]')) act(event, () => location.assign(back));
  }

  // --- The search at the top, which is also a list of commands ---
  const searchField = () => $('[data-search] [role=combobox]');

  function openSearch() {
    const field = searchField();
    field?.select();
    if (field && !$('#found').childElementCount) htmx.trigger(field, 'find');
  }

  function closeFound() {
    $('#found')?.replaceChildren();
    point(null);
  }

  // The first one that fits is at hand; the arrow keys lead to the others.
  function point(option) {
    all('#found [aria-selected]').forEach(other => other.removeAttribute('aria-selected'));
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({block: 'nearest'});
    searchField()?.setAttribute('aria-expanded', String(Boolean(option)));
    if (option) searchField().setAttribute('aria-activedescendant', option.id);
    else searchField()?.removeAttribute('aria-activedescendant');
  }

  function foundKey(event) {
    const options = all('#found [role=option]');
    const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && !options.length) act(event, openSearch);
    else if (step) act(event, () => point(options[(at + step + options.length) % options.length]));
    else if (event.key === 'Enter' && at >= 0) act(event, () => options[at].click());
    else return false;
    return true;
  }

  // --- Fields that find a record ---
  let asked = 0;

  function closePicks() {
    all('.pick .popup').forEach(list => list.remove());
    all('.pick [aria-expanded="true"]').forEach(field => field.setAttribute('aria-expanded', 'false'));
  }

  document.addEventListener('input', event => {
    const pick = event.target.closest('[data-pick]');
    if (pick && event.isTrusted) {
      $('input[type=hidden]', pick).value = '';
      find(pick, event.target);
    }
    if (event.target.closest('[data-line]')) linesChanged(event.target);
  });

  async function find(pick, field) {
    const turn = ++asked;
    const answer = await fetch(`${pick.dataset.pick}?q=${encodeURIComponent(field.value)}`, {headers: {'HX-Request': 'true'}});
    if (turn !== asked || !answer.ok) return;
    closePicks();
    pick.insertAdjacentHTML('beforeend', await answer.text());
    const list = $('.popup', pick);
    if (!list) return;
    list.id = 'picks';
    list.setAttribute('aria-label', field.getAttribute('aria-label'));
    field.setAttribute('aria-controls', 'picks');
    field.setAttribute('aria-expanded', 'true');
    all('[role=option]', list).forEach(option => option.addEventListener('click', () => take(pick, option)));
    $('[role=option]', list)?.setAttribute('aria-selected', 'true');
  }

  function take(pick, option) {
    asked++; // An answer that is still on its way comes too late.
    $('input[type=hidden]', pick).value = option.dataset.id;
    if (pick.closest('[data-offered]')) return location.assign(`${location.pathname}?customer=${option.dataset.id}`);
    const field = $('[role=combobox]', pick);
    field.value = option.dataset.label;
    closePicks();
    fill(pick.closest('[data-line]'), JSON.parse(option.dataset.fill || '{}'));
    field.focus();
    changed(field);
  }

  // What was pasted stands for the record that is called so.
  async function recognize(field) {
    const pick = field.closest('[data-pick]');
    $('input[type=hidden]', pick).value = '';
    if (!field.value) return;
    const answer = await fetch(`${pick.dataset.pick}?q=${encodeURIComponent(field.value)}`, {headers: {'HX-Request': 'true'}});
    if (!answer.ok) return;
    const offered = all('[role=option]', new DOMParser().parseFromString(await answer.text(), 'text/html'));
    const isMeant = part => part.textContent.toLowerCase() === field.value.toLowerCase();
    const option = offered.find(one => [...one.children].some(isMeant));
    if (!option) return;
    $('input[type=hidden]', pick).value = option.dataset.id;
    field.value = option.dataset.label;
    fill(pick.closest('[data-line]'), JSON.parse(option.dataset.fill || '{}'));
    changed(field);
  }

  // What the record brings along goes where nobody has typed.
  function fill(line, values) {
    if (!line) return;
    for (const [name, value] of Object.entries(values)) {
      const field = $(`[name$="].${name}"]`, line);
      if (field && (!field.value || field.dataset.filled)) {
        field.value = value;
        field.dataset.filled = 'true';
      }
    }
  }

  function pickKey(event) {
    const pick = event.target.closest('[data-pick]');
    const options = all('[role=option]', pick);
    if (!options.length) return false;
    const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      act(event, () => {
        options[at]?.removeAttribute('aria-selected');
        const next = options[(at + step + options.length) % options.length];
        next.setAttribute('aria-selected', 'true');
        next.scrollIntoView({block: 'nearest'});
      });
      return true;
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (event.target.value && at >= 0) {
        if (event.key === 'Enter') event.preventDefault();
        take(pick, options[at]);
        return event.key === 'Enter';
      }
      asked++;
      closePicks();
    }
    return false;
  }

  // --- Comments: whoever is named after an @ is told ---
  document.addEventListener('input', event => {
    const form = event.target.closest('[data-say]');
    if (!form || event.target.name !== 'text') return;
    const begun = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(event.target.value.slice(0, event.target.selectionStart));
    $('.popup', form)?.remove();
    all('[name=mention]', form).filter(named => !event.target.value.includes(`@${named.dataset.name}`)).forEach(named => named.remove());
    if (begun) offerColleagues(form, event.target, begun[1]);
  });

  async function offerColleagues(form, field, begun) {
    const turn = ++asked;
    const answer = await fetch(`/pick/colleagues?q=${encodeURIComponent(begun)}`, {headers: {'HX-Request': 'true'}});
    if (turn !== asked || !answer.ok) return;
    form.insertAdjacentHTML('beforeend', await answer.text());
    const mention = option => {
      const before = field.value.slice(0, field.selectionStart - begun.length);
      field.value = `${before}${option.dataset.label} ${field.value.slice(field.selectionStart)}`;
      form.insertAdjacentHTML('beforeend', '<input type="hidden" name="mention">');
      const named = form.lastElementChild;
      named.value = option.dataset.id;
      named.dataset.name = option.dataset.label;
      $('.popup', form)?.remove();
      field.focus();
    };
    const options = all('[role=option]', form);
    options[0]?.setAttribute('aria-selected', 'true');
    options.forEach(option => option.addEventListener('click', () => mention(option)));
  }

  function sayKey(event) {
    const form = event.target.closest('[data-say]');
    const options = all('[role=option]', form);
    const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (options.length && step) act(event, () => {
      options[at].removeAttribute('aria-selected');
      options[(at + step + options.length) % options.length].setAttribute('aria-selected', 'true');
    });
    else if (options.length && (event.key === 'Enter' || event.key === 'Tab')) act(event, () => options[at].click());
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act(event, () => form.requestSubmit());
  }

  // --- Files: chosen or dropped, each is sent by itself, and what was refused is told when all are through ---
  const send = async (form, files) => {
    const tell = text => { const said = $('[data-drop] [data-said]'); if (said) said.textContent = text; };
    const headers = {...JSON.parse(document.body.getAttribute('hx-headers')), 'HX-Request': 'true', 'Content-Type': 'application/octet-stream'};
    const refused = [];
    for (const file of files) {
      tell(file.name + ' …');
      try {
        const answer = await fetch(form.action + '?name=' + encodeURIComponent(file.name), {method: 'POST', headers, body: file});
        if (!answer.ok) refused.push(file.name + ': ' + (answer.status === 422 ? await answer.text() : answer.status));
      } catch (failure) {
        refused.push(file.name + ': ' + failure.message);
      }
    }
    const list = form.closest('.files');
    if (list) await htmx.ajax('GET', form.getAttribute('action'), {target: list, swap: 'outerHTML'});
    else if (!refused.length) location.reload();
    tell(refused.join('\n'));
  };
  document.addEventListener('change', event => {
    const form = event.target.closest('[data-drop]');
    if (form) send(form, [...event.target.files]);
  });

  // --- Lines ---
  const cells = line => all('input:not([type=hidden]), select', line);
  const linesOf = grid => all('[data-line]', grid);

  function linesChanged(field) {
    htmx.trigger(field.closest('form'), 'lines-changed');
  }

  function number(grid) {
    const path = grid.dataset.path;
    linesOf(grid).forEach((line, index) => {
      $('td', line).textContent = index + 1;
      all('[name]', line).forEach(field => {
        const renumbered = text => text.replace(/\[\d+]/, `[${index}]`);
        if (!field.name.includes(`${path}[`)) return;
        field.name = renumbered(field.name);
        if (field.id) field.id = renumbered(field.id);
      });
    });
  }

  function addLine(grid, after = linesOf(grid).at(-1), keep = false) {
    const line = after.cloneNode(true);
    all('.popup, .error', line).forEach(part => part.remove());
    all('input, select', line).forEach((field, index) => {
      field.removeAttribute('aria-invalid');
      const source = all('input, select', after)[index];
      field.value = keep ? source.value : '';
      if (keep || !source.dataset.filled) delete field.dataset.filled;
    });
    after.after(line);
    number(grid);
    return line;
  }

  function removeLine(line) {
    const grid = line.closest('[data-lines]');
    const form = line.closest('form');
    if (linesOf(grid).length === 1) addLine(grid);
    line.remove();
    number(grid);
    htmx.trigger(form, 'lines-changed');
  }

  function focusLine(line) {
    cells(line)[0]?.focus();
  }

  function lineKey(event, command) {
    const line = event.target.closest('[data-line]');
    const grid = line.closest('[data-lines]');
    const column = cells(line).indexOf(event.target);
    if (command && event.key.toLowerCase() === 'd') {
      return act(event, () => {
        const copy = addLine(grid, line, true);
        cells(copy)[column]?.focus();
        linesChanged(copy);
      });
    }
    if (event.key === 'Enter') {
      return act(event, () => focusLine(line.nextElementSibling ?? addLine(grid, line)));
    }
    const beside = {ArrowDown: line.nextElementSibling, ArrowUp: line.previousElementSibling}[event.key];
    if (beside && event.target.tagName !== 'SELECT') act(event, () => cells(beside)[column]?.focus());
  }

  // Rows of a spreadsheet become lines.
  document.addEventListener('paste', event => {
    const first = event.target.closest?.('[data-line]');
    const text = event.clipboardData.getData('text/plain');
    if (!first || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const grid = first.closest('[data-lines]');
    const column = cells(first).indexOf(event.target);
    let line = first;
    text.replace(/\r/g, '').replace(/\n$/, '').split('\n').forEach((row, index) => {
      if (index > 0) line = line.nextElementSibling ?? addLine(grid, line);
      row.split('\t').forEach((value, offset) => {
        const cell = cells(line)[column + offset];
        if (!cell) return;
        const called = all('option', cell).find(option => option.textContent === value.trim());
        cell.value = called ? called.value : value.trim();
        if (cell.closest('[data-pick]')) recognize(cell);
      });
    });
    linesChanged(line);
  });

  // The cursor waits in the first empty field.
  function settle(within) {
    const wrong = $('[aria-invalid="true"]', within);
    const fields = all('#form input:not([type=hidden]):not([type=checkbox]), .gate .form input:not([type=hidden])', within);
    (wrong ?? fields.find(field => !field.value))?.focus();
  }
  document.addEventListener('DOMContentLoaded', () => { settle(document); count(); });
  document.addEventListener('htmx:afterSettle', event => {
    if (event.target.id === 'found') point($('#found [role=option]'));
    if (event.target.id === 'form') settle(document);
    count();
  });
})();
