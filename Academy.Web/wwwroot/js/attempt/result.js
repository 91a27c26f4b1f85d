import { storeOf } from './store.js';

/** The answers are with the server now: nothing of this attempt stays on the machine. */
storeOf(document.querySelector('[data-attempt]').dataset.attempt).clear();
