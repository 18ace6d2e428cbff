"""Pages of order: asking the hosts to look, their queue, a decision about oneself, watched words. They decide nothing."""
