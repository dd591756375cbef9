package org.budgetledger.service;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.projections.period.PackStore;
import org.budgetledger.service.budget.BudgetAggregate;
import org.budgetledger.service.budget.BudgetCommandHandler;
import org.budgetledger.service.period.BooksAggregate;
import org.budgetledger.service.period.BooksCommandHandler;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.pool.PoolAggregate;
import org.budgetledger.service.pool.PoolCommandHandler;
import org.budgetledger.service.store.Answers;
import org.budgetledger.service.store.Families;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Registers the handlers for every command of their families. */
@Configuration(proxyBeanMethods = false)
public class CommandConfiguration {
    @Bean
    BudgetCommandHandler toBudgets(
            @Lazy Repository<BudgetAggregate> budgets, Answers answers, PolicyPacks packs, Clock clock) {
        return new BudgetCommandHandler(budgets, answers, packs, clock);
    }

    @Bean
    ConfigurerModule commandHandlers(
            BudgetCommandHandler toBudgets,
            @Lazy Repository<BudgetAggregate> budgets,
            @Lazy Repository<PoolAggregate> pools,
            @Lazy Repository<BooksAggregate> books,
            PackStore periodPacks,
            Answers answers,
            PolicyPacks packs,
            Clock clock) {
        var toPools = new PoolCommandHandler(pools, budgets, answers, packs, clock);
        var toBooks = new BooksCommandHandler(books, periodPacks, answers, packs, clock);
        return configurer -> configurer.onInitialize(configuration ->
                configuration.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                    var bus = configuration.commandBus();
                    Families.recordsOf(BudgetCommand.class).forEach(command -> subscribe(bus, command, toBudgets));
                    Families.recordsOf(PoolCommand.class).forEach(command -> subscribe(bus, command, toPools));
                    Families.recordsOf(PeriodCommand.class).forEach(command -> subscribe(bus, command, toBooks));
                }));
    }

    private static void subscribe(CommandBus bus, Class<?> command, MessageHandler<CommandMessage<?>> handler) {
        bus.subscribe(command.getName(), handler);
    }
}
