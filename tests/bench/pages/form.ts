// What every engine's page does first: fetch the form, find where to draw it.

/** The form in the engine's dialect. */
export async function fetchForm<T>(): Promise<T> {
  const answer = await fetch('form.json');
  return (await answer.json()) as T;
}

/** Where the engine draws. */
export function place(): HTMLElement {
  const place = document.getElementById('form');
  if (!place) throw new Error('The page has no place for the form.');
  return place;
}
