'use strict';

const element = id => document.getElementById(id);

function startTheme() {
  const button = element('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (document.documentElement.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
  const label = () => { button.textContent = isDark() ? 'Light' : 'Dark'; };
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    label();
  });
  dark.addEventListener('change', label);
  label();
  button.hidden = false;
}

// A finding is shown when it meets every control that is set.
function startFilters() {
  const form = element('filters');
  if (!form) return;
  const findings = [...document.querySelectorAll('.finding')];
  const texts = findings.map(finding => finding.textContent.toLowerCase());
  const selects = ['family', 'speaker', 'file', 'story'].map(element).filter(select => select);
  const apply = () => {
    const levels = new Set([...form.querySelectorAll('[name=level]:checked')].map(box => box.value));
    const words = element('words').value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    findings.forEach((finding, i) => {
      const meets = levels.has(finding.dataset.level) &&
          selects.every(select => !select.value || finding.dataset[select.id] === select.value) &&
          words.every(word => texts[i].includes(word));
      finding.hidden = !meets;
      shown += meets;
    });
    element('shown').textContent = `${shown} of ${findings.length} shown`;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  form.hidden = false;
  apply();
}

function startStories() {
  const cards = [...document.querySelectorAll('.story > details')];
  const toggle = open => cards.forEach(card => { card.open = open; });
  if (cards.length === 0) return;
  element('open-all').addEventListener('click', () => toggle(true));
  element('close-all').addEventListener('click', () => toggle(false));
  element('open-all').parentElement.hidden = false;
}

// What a link points at must not stay behind a filter or inside a closed card.
function reveal() {
  const target = location.hash.length > 1 && element(location.hash.slice(1));
  if (!target) return;
  if (target.hidden) element('filters').reset();
  target.hidden = false;
  const card = target.querySelector(':scope > details');
  if (card) card.open = true;
  target.scrollIntoView();
}

// Paper cannot be clicked: everything is open there.
function startPrinting() {
  const opened = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener('afterprint', () => {
    while (opened.length > 0) opened.pop().open = false;
  });
}

startTheme();
startFilters();
startStories();
startPrinting();
addEventListener('hashchange', reveal);
reveal();
