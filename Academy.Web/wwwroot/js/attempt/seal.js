const BYTES_OF_IV = 12;

/** Makes unreadable what is kept on this machine for whoever has not been given the attempt's key by the server. */
export class Seal {
  #key;

  constructor(key) {
    this.#key = key;
  }

  /** Null where the browser seals nothing: on a page that came by plain HTTP. */
  static async of(key) {
    const subtle = globalThis.crypto?.subtle;
    return subtle ? new Seal(await subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])) : null;
  }

  /** Sealed for one place, so that it opens in no other. */
  async close(place, value) {
    const iv = crypto.getRandomValues(new Uint8Array(BYTES_OF_IV));
    const sealed = await crypto.subtle.encrypt(rule(iv, place), this.#key, new TextEncoder().encode(JSON.stringify(value)));
    return textOf(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
  }

  /** Fails when it was sealed by another key, for another place, or not at all. */
  async open(place, sealed) {
    const bytes = bytesOf(sealed);
    const text = await crypto.subtle.decrypt(rule(bytes.slice(0, BYTES_OF_IV), place), this.#key, bytes.slice(BYTES_OF_IV));
    return JSON.parse(new TextDecoder().decode(text));
  }
}

const rule = (iv, place) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) });

const bytesOf = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

const textOf = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
