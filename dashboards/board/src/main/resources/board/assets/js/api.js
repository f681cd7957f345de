/** The board answered, but not with what was asked for. */
export class Refusal extends Error {}

/** Who is not signed in does so first, and comes back. */
function needsSignIn(answer) {
  if (answer.status !== 401 || location.pathname === '/sign-in') {
    return false;
  }
  location.replace(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
  return true;
}

const never = () => new Promise(() => {});

/** Fetches JSON; an error answer becomes a Refusal that says what the API said. */
export async function get(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') {
      query.set(name, value);
    }
  }
  const answer = await fetch(query.size ? `${path}?${query}` : path);
  if (needsSignIn(answer)) {
    return never();
  }
  const body = await answer.json();
  if (!answer.ok) {
    throw new Refusal(body.error ?? `${path} answered ${answer.status}`);
  }
  return body;
}

/** Sends JSON; an error answer becomes a Refusal that says what the API said. */
export async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (needsSignIn(answer)) {
    return never();
  }
  const said = await answer.json();
  if (!answer.ok) {
    throw new Refusal(said.error ?? `${path} answered ${answer.status}`);
  }
  return said;
}

/** Sends JSON and says in an element how that went; whether it was taken. */
export async function tell(path, body, said, words) {
  try {
    await post(path, body);
    said.textContent = words;
    return true;
  } catch (problem) {
    said.textContent = problem.message;
    return false;
  }
}

/** Calls at most one at a time, and once more when asked meanwhile. */
export function oneAtATime(work) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = false;
    }
  };
}
