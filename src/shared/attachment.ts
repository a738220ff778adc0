/**
 * The header `Content-Disposition` of a download with a name in plain ASCII for old programs and the true one.
 *
 * @source RFC 6266, section 4.3; RFC 8187, section 3.2
 */
export function attachment(asciiName: string, name: string): string {
  const safe = asciiName.replace(/[^A-Za-z0-9._-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${safe}"; filename*=UTF-8''${encoded}`;
}
