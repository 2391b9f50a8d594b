declare module 'virtual:record-file' {
  /** Where the record of the demonstration is, as one file: an address. */
  const address: string;
  export default address;
}
