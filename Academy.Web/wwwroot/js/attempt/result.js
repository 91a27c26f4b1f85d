import { storeOf } from './store.js';

/** The answers are with the server now: nothing of this attempt stays on the machine. */
const { attempt } = document.querySelector('[data-attempt]').dataset;
for (const area of ['localStorage', 'sessionStorage']) storeOf(attempt, area).clear();
