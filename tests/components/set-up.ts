import '#src/ui/base.css';
import '#src/app/start.css';
import '#tests/setup/quiet-console.ts';

import { beforeEach } from 'vitest';
import { page } from 'vitest/browser';

beforeEach(() => page.viewport(1440, 900));
