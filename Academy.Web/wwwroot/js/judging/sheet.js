import { Safe } from '../attempt/safe.js';
import { Seal } from '../attempt/seal.js';
import { Session } from '../attempt/session.js';
import { Store } from '../attempt/store.js';
import { put } from '../attempt/texts.js';
import { Fields } from './fields.js';
import { Post } from './post.js';

const ICONS = { saved: 'saved', saving: 'saving', waiting: 'waiting', conflict: 'unsaved', refused: 'unsaved', 'signed-out': 'unsaved' };
const WORDS = { saved: 'saved', saving: 'saving', waiting: 'waiting', conflict: 'conflict', refused: 'refused', 'signed-out': 'signedOut' };

const form = document.getElementById('sheet');
const { address, contestant, seal: key, open, savedAt, timeZone } = form.dataset;
const fields = new Fields(form);
if (open === 'true') await write();

async function write() {
  const seal = await Seal.of(key);
  const safe = new Safe(new Store(`academy/sheet-${contestant}/`, seal ? 'localStorage' : 'sessionStorage'), seal);
  const post = new Post(address, new Session(form), safe, Number(form.elements.Revision.value));
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const status = document.getElementById('saved-state');
  const conflict = document.getElementById('conflict');

  function show() {
    const time = post.savedAt ? clock.format(new Date(post.savedAt)) : savedAt;
    status.dataset.state = ICONS[post.state];
    put(status.querySelector('.words'), status.dataset[post.state === 'saved' && !time ? 'nothing' : WORDS[post.state]]);
    put(status.querySelector('time'), post.state === 'saved' ? time : '');
    conflict.hidden = post.state !== 'conflict';
  }

  let leaving = false;

  /** What waits is saved first, and the form is sent again after. */
  async function saveAndHandIn(button) {
    button.ariaBusy = 'true';
    const isSaved = await post.flush();
    button.ariaBusy = 'false';
    if (isSaved) form.requestSubmit(button);
  }

  post.addEventListener('change', show);
  post.addEventListener('closed', () => { leaving = true; location.reload(); });
  fields.addEventListener('change', () => post.change(fields.values));
  form.addEventListener('submit', event => {
    if (post.isWaiting) {
      event.preventDefault();
      saveAndHandIn(event.submitter ?? document.getElementById('hand-in'));
      return;
    }
    leaving = true;
    form.elements.Revision.value = post.revision;
  }, { capture: true });
  document.getElementById('keep-mine').addEventListener('click', () => post.keepMine(fields.values));
  document.getElementById('take-stored').addEventListener('click', () => { fields.values = post.stored; post.takeStored(); });
  addEventListener('beforeunload', event => { if (post.isWaiting && !leaving) event.preventDefault(); });
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  document.getElementById('save').hidden = true;
  status.hidden = false;
  const kept = await post.takeUp();
  if (kept) fields.values = kept;
  show();
}
