import { LayersPicture } from '@/components/verdict/layers-picture';
import type { TopicPicture as Kind } from '@/lib/guidance/topics/topic';
import { CeilingPicture } from './pictures/ceiling-picture';
import { DecisionPicture } from './pictures/decision-picture';
import { OrderPicture } from './pictures/order-picture';
import { ACCOUNTS_SAMPLE } from './pictures/sample-pictures';

/** The drawing that goes with a topic. */
export function TopicPicture({ kind }: { readonly kind: Kind }) {
  switch (kind) {
    case 'decision':
      return <DecisionPicture />;
    case 'order':
      return <OrderPicture />;
    case 'twoAccounts':
      return <LayersPicture picture={ACCOUNTS_SAMPLE} />;
    case 'ceiling':
      return <CeilingPicture />;
  }
}
