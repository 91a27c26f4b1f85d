import { age } from './age.js';

const OVER = ['submitted', 'time-is-up'];

/** Sends one answer once and says what became of it. */
export async function deliver(session, attempt, slot, { revision, value, entered }) {
  try {
    const response = await session.put(`/api/attempts/${attempt}/responses/${slot}`, { revision, value, ageMs: age(entered) });
    return await outcome(response);
  } catch {
    return { kind: 'lost' };
  }
}

async function outcome(response) {
  if (response.ok) return { kind: 'saved', ...await response.json() };
  if (response.type === 'opaqueredirect' || response.status === 401) return { kind: 'signed-out' };
  if (response.status === 409) return refusal(await response.json());
  if (response.status === 404) return { kind: 'missing' };
  return { kind: response.status === 400 ? 'invalid' : 'trouble' };
}

function refusal(stored) {
  return { kind: OVER.includes(stored.reason) ? 'over' : 'overtaken', ...stored };
}
