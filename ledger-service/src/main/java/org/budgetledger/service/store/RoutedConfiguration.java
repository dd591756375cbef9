package org.budgetledger.service.store;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.common.transaction.TransactionManager;
import org.budgetledger.api.LedgerCommand;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is different where events, commands and queries go through Axon Server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class RoutedConfiguration {
    /** Commands to one stream go to one node, which has it at hand; otherwise nodes would race each other for it. */
    @Bean
    RoutingStrategy byStream() {
        return message ->
                ((LedgerCommand) message.getPayload()).streamId().value().toString();
    }

    /** In the place of Axon's own, of which it is made. */
    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(TransactionManager transactions, org.axonframework.config.Configuration configuration) {
        return new TellingCommandBus(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
                .build());
    }
}
