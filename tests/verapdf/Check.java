// Hands files to veraPDF's own validator, with its own rules of PDF/UA-1, and tells what fails.
//
// The jar can read no profile by itself (it has no JAXB), so the rules are read from its XML here.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Check {
    static final String RULES = "/org/verapdf/pdfa/validation/PDFUA-1.xml";
    static final int MOST = 10_000;  // failures that are noted

    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        boolean passed = true;
        for (String file : files) {
            passed &= passes(file, profile);
        }
        System.exit(passed ? 0 : 1);
    }

    static boolean passes(String file, ValidationProfile profile) {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
            ValidationResult result =
                Foundries.defaultInstance().createValidator(profile, MOST, false, true, false).validate(parser);
            boolean passed = result.isCompliant();
            System.out.printf("%s %s: %,d checks of %d rules%n", passed ? "PASS" : "FAIL", file,
                result.getTotalAssertions(), profile.getRules().size());
            for (String line : firstOfEach(result).values()) {
                System.out.println("    " + line);
            }
            return passed;
        } catch (Exception trouble) {
            System.out.printf("FAIL %s: it cannot be read (%s)%n", file, trouble);
            return false;
        }
    }

    /** One failure of each rule that is broken, by the number of the rule. */
    static TreeMap<String, String> firstOfEach(ValidationResult result) {
        TreeMap<String, String> found = new TreeMap<>();
        for (TestAssertion failure : result.getTestAssertions()) {
            RuleId id = failure.getRuleId();
            String number = id.getClause() + "-" + id.getTestNumber();
            int times = result.getFailedChecks().get(id);
            found.putIfAbsent(number, String.format("%s, %d times: %s (%s)", number, times,
                failure.getMessage(), failure.getLocation().getContext()));
        }
        return found;
    }

    static ValidationProfile profile() throws Exception {
        Element root;
        try (InputStream xml = Profiles.class.getResourceAsStream(RULES)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        List<Element> told = named(root, "rule");
        SortedSet<Rule> rules = new TreeSet<>(new Profiles.RuleComparator());
        for (Element rule : told) {
            rules.add(rule(rule));
        }
        if (rules.size() != told.size()) {
            throw new IllegalStateException("rules were lost: " + rules.size() + " of " + told.size());
        }
        SortedSet<Variable> variables = new TreeSet<>(Comparator.comparing(Variable::getName));
        for (Element variable : named(root, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
        }
        PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        return Profiles.profileFromSortedValues(flavour,
            Profiles.profileDetailsFromValues("PDF/UA-1", "", "veraPDF", new Date(0)), "", rules, variables);
    }

    static Rule rule(Element rule) {
        Element id = named(rule, "id").get(0);
        Element error = named(rule, "error").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : named(error, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), null, null));
        }
        RuleId number = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        ErrorDetails details = Profiles.errorFromValues(text(error, "message"), arguments);
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(number, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"), details, new ArrayList<>());
    }

    static List<Element> named(Element around, String name) {
        NodeList nodes = around.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int place = 0; place < nodes.getLength(); place++) {
            found.add((Element) nodes.item(place));
        }
        return found;
    }

    static String text(Element around, String name) {
        List<Element> found = named(around, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
