import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { node: 'src/node.ts' },
  format: 'esm',
  platform: 'node',
  clean: false,
  fixedExtension: false,
  dts: false,
});
