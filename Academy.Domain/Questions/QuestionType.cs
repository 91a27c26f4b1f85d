namespace Academy.Domain.Questions;

public enum QuestionType { SingleChoice, MultipleChoice, TrueFalse }
