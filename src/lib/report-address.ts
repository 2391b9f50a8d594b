/** The most characters of a word that an address holds: mail programs and servers cut long ones, or refuse them. */
const LONGEST = 1000;

/**
 * The address that opens a report of an error with its words already in it: a mail with subject and body, or a page that is
 * given them as `title` and `body`, as issue trackers take them. Words beyond what an address may hold are cut.
 */
export function reportAddress(
  to: string,
  { title, body }: { title: string; body: string },
): string {
  const fields = to.startsWith('mailto:') ? { subject: title, body } : { title, body };
  const words = Object.entries(fields).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.slice(0, LONGEST).toWellFormed())}`,
  );
  return `${to}${to.includes('?') ? '&' : '?'}${words.join('&')}`;
}
