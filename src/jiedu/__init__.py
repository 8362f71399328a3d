"""jiedu 解读: Chinese official economic releases as data that can be trusted."""
