import { appTest, visitTest } from './app-test.ts';
import { describeJourneys } from './journeys.ts';

describeJourneys(appTest, visitTest);
