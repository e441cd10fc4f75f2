package io.missionbrief.plans;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.missionbrief.plans");

    @Test
    void eachConceptKnowsOnlyThoseBeforeIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("event")
                .definedBy("..plans.event..")
                .layer("catalogue")
                .definedBy("..plans.catalogue..")
                .layer("workspaceproduct")
                .definedBy("..plans.workspaceproduct..")
                .layer("plan")
                .definedBy("..plans.plan..")
                .layer("version")
                .definedBy("..plans.version..")
                .layer("price")
                .definedBy("..plans.price..")
                .whereLayer("catalogue")
                .mayOnlyBeAccessedByLayers("workspaceproduct", "plan")
                .whereLayer("workspaceproduct")
                .mayOnlyBeAccessedByLayers("plan", "version")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("version", "price")
                .whereLayer("version")
                .mayOnlyBeAccessedByLayers("price")
                .whereLayer("price")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("event")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }
}
