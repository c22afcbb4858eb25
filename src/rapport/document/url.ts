/** Whether a document may link to this address: http(s), mailto, or a place in the document itself (`#id`). */
export function isAllowedUrl(url: string): boolean {
  return /^(https?:\/\/[^\s\p{Cc}]+|mailto:[^\s\p{Cc}]+|#[^\s\p{Cc}]+)$/iu.test(url);
}
