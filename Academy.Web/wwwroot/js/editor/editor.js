import { Rows } from './rows.js';
import { Keys } from './keys.js';
import { Preview } from './preview.js';

const form = document.getElementById('editor');
const rows = new Rows(form);
new Keys(form, rows);
new Preview(form);
document.getElementById('key-help').hidden = false;
